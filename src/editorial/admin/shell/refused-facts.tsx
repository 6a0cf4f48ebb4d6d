import type { StudioLocale } from '#languages/locales.ts';
import type { DeskRefusal } from '../../desk/desk.ts';
import { speak } from '../../words/speak.ts';

interface Props {
  refused: DeskRefusal;
  language: StudioLocale;
}

/** What somebody wanted to do, with what kind of thing, why that was refused and how often. Names no document. */
export const RefusedFacts = ({ refused: { action, collection, code, times }, language }: Props) => (
  <>
    <span>{speak(language, 'fields', `audit.action.${action}`)}</span>
    {collection ? <span>{speak(language, 'fields', `${collection}.singular`)}</span> : null}
    <span>{speak(language, 'problems', code)}</span>
    {times > 1 ? <span>{speak(language, 'studio', 'desk.refused.times', { times })}</span> : null}
  </>
);
