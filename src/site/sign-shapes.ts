import type { Sign } from '../core/model/vocabulary.ts';

/** What each sign is drawn of, on a square of 16 units, in `currentColor`. */
export const signShapes: Readonly<Record<Sign | 'record', string>> = {
  disc: '<circle cx="8" cy="8" r="6.75"></circle>',
  quarter:
    '<path d="M8 1.25A6.75 6.75 0 1 1 1.25 8H8z"></path><path d="M1.9 6.2A6.4 6.4 0 0 1 6.2 1.9" fill="none" stroke="currentColor" stroke-width="1.6"></path>',
  half: '<circle cx="8" cy="8" r="5.9" fill="none" stroke="currentColor" stroke-width="1.7"></circle><path d="M8 2a6 6 0 0 1 0 12z"></path>',
  wedge: '<path d="M.8 14.2 15.2 2v12.2z"></path>',
  ring: '<circle cx="8" cy="8" r="5.7" fill="none" stroke="currentColor" stroke-width="2.1" stroke-dasharray="3.58 2.39"></circle>',
  saltire: '<path d="M3.5 1 8 5.5 12.5 1 15 3.5 10.5 8 15 12.5 12.5 15 8 10.5 3.5 15 1 12.5 5.5 8 1 3.5z"></path>',
  diamond: '<path fill-rule="evenodd" d="M8 .3 15.7 8 8 15.7.3 8zM8 4.7 4.7 8 8 11.3 11.3 8z"></path>',
  record: '<path d="M1 6h14v4H1z"></path>',
};
