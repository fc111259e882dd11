import type { Report } from '../messages/message.ts';
import { wholeFile } from '../model/place.ts';

/** What a parse gives; `otherwise` for a text nested so deeply that the stack cannot hold it, which is reported. */
export function unlessTooDeep<Value>(parse: () => Value, otherwise: () => Value, path: string, report: Report): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report('unreadable-file', wholeFile(path), {
      found: 'text nested too deeply to be read',
      expected: 'fewer levels of lists, quotations or brackets',
    });
    return otherwise();
  }
}
