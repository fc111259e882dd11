import { letterOf } from './letter-of.ts';

/**
 * `/` and Ctrl-K (⌘K) lead to the search from anywhere: to the search field of the page if it has one, else to the search
 * page, whose link every page has. Neither key is taken where somebody types.
 */
addEventListener('keydown', (event) => {
  const slash = event.key === '/' && lettersWork() && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k =
    letterOf(event).toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (event.defaultPrevented || event.isComposing || !(k || (slash && !isTyping(event.target)))) return;
  const field = document.querySelector<HTMLInputElement>('input[type="search"][name="q"]');
  const link = document.querySelector<HTMLAnchorElement>('a[href$="/search/"]');
  if (!field && !link) return;
  event.preventDefault();
  if (field) {
    field.focus();
    field.select();
  } else if (link) location.assign(`${link.href}#${fieldId}`);
});

/** The field of the search page, which takes the focus when the address names it. */
const fieldId = 'search--q';

/** Keys of one character can be switched off; see `letter-keys.ts`. */
function lettersWork(): boolean {
  return !document.documentElement.hasAttribute('data-no-letter-keys');
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(?:checkbox|radio|button|submit|reset)$/.test(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
