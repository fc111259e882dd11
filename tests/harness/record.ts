import { append } from '../../src/core/ledger/append.ts';
import { differences, recorded } from '../../src/core/ledger/pending.ts';
import { nothingRecorded, readLedger } from '../../src/core/ledger/read-ledger.ts';
import { check } from './fixture-content.ts';

/** The ledger of these reviews, recorded on a day: the one before, with what is new or has changed. */
export function record(
  reviews: Readonly<Record<string, string>>,
  before = '',
  { date = '2026-09-02', note = 'So it is.' } = {},
): string {
  const { ledger } = before === '' ? nothingRecorded : readLedger({ path: 'ledger.jsonl', value: before });
  const { pending } = differences(ledger.revisions, check(reviews).library);
  return (
    before +
    append(
      ledger,
      pending.map((one) => recorded(one, date, note)),
    )
  );
}
