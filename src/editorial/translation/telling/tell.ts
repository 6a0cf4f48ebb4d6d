import { isCounted } from '../../copies/counted.ts';
import type { Opened } from '../acts/opened.ts';
import { standOfAll } from '../acts/review.ts';
import { isPublished, markingFor } from '../document.ts';
import { languagesOf } from '../findings.ts';
import { printOf } from '../lines/line.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { mayOf } from '../may.ts';
import { registryOf } from '../terms/registry.ts';
import { hiddenAddresses } from './hidden-links.ts';
import { namesOf, peopleIn } from './people.ts';
import { type Telling, tellLine } from './tell-line.ts';

const tellingOf = async (opened: Opened, lines: readonly StatedLine[]): Promise<Telling> => {
  const units = lines.flatMap(({ unit }) => unit ?? []);
  const [names, hidden] = [await namesOf(opened.req, peopleIn(units)), await hiddenAddresses(opened.req, lines)];
  const { index } = await registryOf(opened.req.payload);
  return {
    ...{ opened, names, hidden },
    inPublic: new Set(opened.words.publicSource.map(printOf)),
    languages: languagesOf(opened.sheet.lines, [opened.document.source, opened.place.locale], index),
  };
};

const headOf = ({ place, document, sheet, row }: Opened) => ({
  collection: place.collection,
  id: place.id,
  locale: place.locale,
  source: document.source,
  revision: document.revision,
  isPublished: isPublished(document, place.locale),
  isSourcePublished: isPublished(document, document.source),
  state: sheet.state,
  counts: sheet.counts,
  /** What to say that one saw, when everything is looked over at once. */
  seen: standOfAll({ sheet }),
  ledger: row.revision,
});

/** Everything that the workbench shows of one language of a document. */
export const tellSheet = async (opened: Opened) => {
  const { req, viewer, document, place, sheet } = opened;
  const telling = await tellingOf(opened, sheet.lines);
  const marked = await markingFor(req, document);
  return {
    ...headOf(opened),
    may: mayOf(viewer, document, marked, place.locale),
    /** Whether copies of it are counted: then nothing of it is taken along or printed from here. */
    isCounted: marked.marking !== undefined && isCounted(marked.marking),
    segments: sheet.lines.map((line) => tellLine(line, telling)),
  };
};

/** What became of one line, with how the whole stands. */
export const tellOne = async (opened: Opened, line: StatedLine | null) => ({
  ...headOf(opened),
  segment: line && tellLine(line, await tellingOf(opened, [line])),
});
