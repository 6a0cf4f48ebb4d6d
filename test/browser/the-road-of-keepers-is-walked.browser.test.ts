import { studioLocales } from '#languages/locales.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { aCuratorBringsInAFolder } from './chapters/a-curator-brings-in-a-folder.ts';
import { aCuratorCrops } from './chapters/a-curator-crops.ts';
import { aCuratorMerges } from './chapters/a-curator-merges.ts';
import { aCuratorOrdersAnAlbum } from './chapters/a-curator-orders-an-album.ts';
import { aCuratorTakesInAPhotograph } from './chapters/a-curator-takes-in-a-photograph.ts';
import { aCuratorWorksInTheArchive } from './chapters/a-curator-works-in-the-archive.ts';
import { aPasskeyOpens } from './chapters/a-passkey-opens.ts';
import { aPictureIsToGo } from './chapters/a-picture-is-to-go.ts';
import { anAccountIsKept } from './chapters/an-account-is-kept.ts';
import { anOfficerLetsWordsGo } from './chapters/an-officer-lets-words-go.ts';
import { everyPageSpeaksOneLanguage } from './chapters/every-page-speaks-one-language.ts';
import { oldPicturesAreJudged } from './chapters/old-pictures-are-judged.ts';
import { pagesAsPictured } from './chapters/pages-as-pictured.ts';
import { peopleEnter } from './chapters/people-enter.ts';
import { theAuditLogGoesOut } from './chapters/the-audit-log-goes-out.ts';
import { twoPeopleOpenWhatIsClosed } from './chapters/two-people-open-what-is-closed.ts';
import { whatAPageMayRun } from './chapters/what-a-page-may-run.ts';
import { picturesWanted } from './support/pictures.ts';
import { walk } from './support/road.ts';

/** The story of what is kept: accounts, the pages as they are pictured, the archive and its curators, and those who guard what is secret. */
walk(
  peopleEnter,
  anAccountIsKept,
  aPasskeyOpens,
  ...(isLongRun || picturesWanted ? [pagesAsPictured] : []),
  whatAPageMayRun,
  aCuratorTakesInAPhotograph,
  aCuratorCrops,
  aCuratorMerges,
  aCuratorWorksInTheArchive,
  aCuratorBringsInAFolder,
  aCuratorOrdersAnAlbum,
  aPictureIsToGo,
  theAuditLogGoesOut,
  twoPeopleOpenWhatIsClosed,
  anOfficerLetsWordsGo,
  oldPicturesAreJudged,
  everyPageSpeaksOneLanguage(isLongRun ? studioLocales : ['zh']),
);
