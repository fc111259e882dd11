/**
 * The tips of the strip say what each claim states, in the words of its note further down on the page: written twice they
 * would keep back what is seen first. They come when a reader first turns to the strip.
 */
const strip = document.querySelector('.strip');
for (const event of ['pointerover', 'focusin']) strip?.addEventListener(event, fillTips);

function fillTips(): void {
  for (const event of ['pointerover', 'focusin']) strip?.removeEventListener(event, fillTips);
  for (const cell of strip?.querySelectorAll('a') ?? []) {
    const { annotation = '' } = document.getElementById(cell.hash.slice(1))?.dataset ?? {};
    const note = document.getElementById(`note--${annotation}`);
    const statement = note?.querySelector('.stmt')?.textContent;
    const verdict = note?.parentElement?.querySelector('.verdict')?.textContent.trim() ?? '';
    const label = cell.ariaLabel ?? '';
    if (statement && label.endsWith(verdict))
      cell.ariaLabel = `${label.slice(0, label.length - verdict.length)}${statement} ${verdict}`;
  }
}
