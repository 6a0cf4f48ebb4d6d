import { Failure } from '#errors/failure.ts';
import { isZone } from '../input/real-date.ts';

type Doc = Readonly<Record<string, unknown>>;

/**
 * Looks at when and in which zone an event happens, as far as the draft says.
 * @throws Failure `field-invalid` for a zone that does not exist, `time-invalid` for an end before the begin
 */
export const checkHappening = ({ zone, startsAt, endsAt }: Doc): void => {
  if (typeof zone === 'string' && zone !== '' && !isZone(zone)) throw new Failure('field-invalid', { field: 'zone' });
  if (startsAt && endsAt && Date.parse(String(endsAt)) < Date.parse(String(startsAt)))
    throw new Failure('time-invalid');
};
