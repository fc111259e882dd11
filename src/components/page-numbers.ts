/** The pages to offer on one of `last`: the first, the last and those about it; `undefined` where some are left out. */
export function pageNumbers(current: number, last: number): (number | undefined)[] {
  const isOffered = (page: number) => page === 1 || page === last || Math.abs(page - current) <= 2;
  const offered = Array.from({ length: last }, (_, index) => index + 1).filter(
    // A gap of one page is no shorter than its number.
    (page) => isOffered(page) || (isOffered(page - 1) && isOffered(page + 1)),
  );
  return offered.flatMap((page, index) => (index > 0 && offered[index - 1] !== page - 1 ? [undefined, page] : [page]));
}
