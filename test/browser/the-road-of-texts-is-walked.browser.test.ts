import { aKeeperKeepsNames } from './chapters/a-keeper-keeps-names.ts';
import { aMachineFillsWhatIsEmpty } from './chapters/a-machine-fills-what-is-empty.ts';
import { aPublisherLaunches } from './chapters/a-publisher-launches.ts';
import { aPublisherPublishes } from './chapters/a-publisher-publishes.ts';
import { aTextIsReviewed } from './chapters/a-text-is-reviewed.ts';
import { aTranslatorWorks } from './chapters/a-translator-works.ts';
import { anAnswerComesLate } from './chapters/an-answer-comes-late.ts';
import { anEditorGoesBetweenLanguages } from './chapters/an-editor-goes-between-languages.ts';
import { anEditorLooksBack } from './chapters/an-editor-looks-back.ts';
import { anEditorWrites } from './chapters/an-editor-writes.ts';
import { anErrorIsCorrected } from './chapters/an-error-is-corrected.ts';
import { anOfficerMarks } from './chapters/an-officer-marks.ts';
import { anOfflinePackComesBack } from './chapters/an-offline-pack-comes-back.ts';
import { everythingStandsInOneTable } from './chapters/everything-stands-in-one-table.ts';
import { peopleEnter } from './chapters/people-enter.ts';
import { theStudioIsWorkedWithoutAMouse } from './chapters/the-studio-is-worked-without-a-mouse.ts';
import { twoPeopleWriteOneText } from './chapters/two-people-write-one-text.ts';
import { workGoesFromHandToHand } from './chapters/work-goes-from-hand-to-hand.ts';
import { walk } from './support/road.ts';

/** The story of one article, from the first log-in to the agency’s page, and of those who write, translate and publish. */
walk(
  peopleEnter,
  anEditorWrites,
  aTextIsReviewed,
  aPublisherPublishes,
  anEditorGoesBetweenLanguages,
  anAnswerComesLate,
  twoPeopleWriteOneText,
  aTranslatorWorks,
  anOfflinePackComesBack,
  workGoesFromHandToHand,
  aPublisherLaunches,
  aMachineFillsWhatIsEmpty,
  aKeeperKeepsNames,
  anEditorLooksBack,
  anErrorIsCorrected,
  anOfficerMarks,
  everythingStandsInOneTable,
  theStudioIsWorkedWithoutAMouse,
);
