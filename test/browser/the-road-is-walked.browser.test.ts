import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCuratorBringsInAFolder } from './chapters/a-curator-brings-in-a-folder.ts';
import { aCuratorCrops } from './chapters/a-curator-crops.ts';
import { aCuratorMerges } from './chapters/a-curator-merges.ts';
import { aCuratorOrdersAnAlbum } from './chapters/a-curator-orders-an-album.ts';
import { aCuratorTakesInAPhotograph } from './chapters/a-curator-takes-in-a-photograph.ts';
import { aCuratorWorksInTheArchive } from './chapters/a-curator-works-in-the-archive.ts';
import { aKeeperKeepsNames } from './chapters/a-keeper-keeps-names.ts';
import { aMachineFillsWhatIsEmpty } from './chapters/a-machine-fills-what-is-empty.ts';
import { aPasskeyOpens } from './chapters/a-passkey-opens.ts';
import { aPictureIsToGo } from './chapters/a-picture-is-to-go.ts';
import { aPublisherLaunches } from './chapters/a-publisher-launches.ts';
import { aPublisherPublishes } from './chapters/a-publisher-publishes.ts';
import { aTextIsReviewed } from './chapters/a-text-is-reviewed.ts';
import { aTranslatorWorks } from './chapters/a-translator-works.ts';
import { anAccountIsKept } from './chapters/an-account-is-kept.ts';
import { anAnswerComesLate } from './chapters/an-answer-comes-late.ts';
import { anEditorGoesBetweenLanguages } from './chapters/an-editor-goes-between-languages.ts';
import { anEditorLooksBack } from './chapters/an-editor-looks-back.ts';
import { anEditorWrites } from './chapters/an-editor-writes.ts';
import { anErrorIsCorrected } from './chapters/an-error-is-corrected.ts';
import { anOfficerMarks } from './chapters/an-officer-marks.ts';
import { anOfflinePackComesBack } from './chapters/an-offline-pack-comes-back.ts';
import { everyPageSpeaksOneLanguage } from './chapters/every-page-speaks-one-language.ts';
import { everythingStandsInOneTable } from './chapters/everything-stands-in-one-table.ts';
import { pagesAsPictured } from './chapters/pages-as-pictured.ts';
import { peopleEnter } from './chapters/people-enter.ts';
import { theStudioIsWorkedWithoutAMouse } from './chapters/the-studio-is-worked-without-a-mouse.ts';
import { twoPeopleOpenWhatIsClosed } from './chapters/two-people-open-what-is-closed.ts';
import { twoPeopleWriteOneText } from './chapters/two-people-write-one-text.ts';
import { workGoesFromHandToHand } from './chapters/work-goes-from-hand-to-hand.ts';
import { openStage, type Stage } from './support/stage.ts';

/** The story of one article, from the first log-in to the agency's page: chapters in their order, in one house. */
let stage: Stage;
const the = () => stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  const stopped = await stage?.house.stop();
  await stage?.[Symbol.asyncDispose]();
  expect(stopped?.left).toEqual([]);
});

peopleEnter(the);
anAccountIsKept(the);
aPasskeyOpens(the);
pagesAsPictured(the);
anEditorWrites(the);
aTextIsReviewed(the);
aPublisherPublishes(the);
aCuratorTakesInAPhotograph(the);
aCuratorCrops(the);
aCuratorMerges(the);
aCuratorWorksInTheArchive(the);
aCuratorBringsInAFolder(the);
aCuratorOrdersAnAlbum(the);
aPictureIsToGo(the);
anEditorGoesBetweenLanguages(the);
anAnswerComesLate(the);
twoPeopleWriteOneText(the);
aTranslatorWorks(the);
anOfflinePackComesBack(the);
workGoesFromHandToHand(the);
aPublisherLaunches(the);
aMachineFillsWhatIsEmpty(the);
aKeeperKeepsNames(the);
anEditorLooksBack(the);
anErrorIsCorrected(the);
anOfficerMarks(the);
twoPeopleOpenWhatIsClosed(the);
everythingStandsInOneTable(the);
everyPageSpeaksOneLanguage(the);
theStudioIsWorkedWithoutAMouse(the);

it('no page breaks, and none asks anybody outside', () => expect(stage.complaints).toEqual([]));
