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
    const statement = document.querySelector(`#${CSS.escape(`note--${annotation}`)} .stmt`);
    if (statement) cell.querySelector('b')?.before(`${statement.textContent} `);
  }
}
