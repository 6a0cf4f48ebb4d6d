import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildConfig, type CollectionConfig, type Config, type Payload, type SanitizedConfig } from 'payload';
import { agencies } from '#collections/agencies.ts';
import { albumMembers } from '#collections/album-members.ts';
import { albums } from '#collections/albums.ts';
import { articles } from '#collections/articles.ts';
import { audit } from '#collections/audit.ts';
import { claims } from '#collections/claims.ts';
import { consents } from '#collections/consents.ts';
import { events } from '#collections/events.ts';
import { images } from '#collections/images.ts';
import { lookAlikes } from '#collections/look-alikes.ts';
import { markings } from '#collections/markings.ts';
import { outbox } from '#collections/outbox.ts';
import { pictureDeletions, pictureHolds } from '#collections/picture-deletions.ts';
import { pictureEditItems, pictureEdits } from '#collections/picture-edits.ts';
import { pictureHistory } from '#collections/picture-history.ts';
import { places } from '#collections/places.ts';
import { reviews } from '#collections/reviews.ts';
import { rights } from '#collections/rights.ts';
import { savedSearches } from '#collections/saved-searches.ts';
import { topics } from '#collections/topics.ts';
import { uploadBatches, uploadFates } from '#collections/uploads.ts';
import { users } from '#collections/users.ts';
import { ownNames, studioLocales } from '#languages/locales.ts';
import { rightsUses } from '#media/rights/effective-rights.ts';
import { rightsStatements } from '#media/rights/rights.ts';
import { auditAccess } from './access-audit.ts';
import { adminConfig, i18nConfig } from './admin/admin-config.ts';
import { withStudioLook } from './admin/with-studio-look.ts';
import { withEditorWords } from './admin/words/with-editor-words.ts';
import { leavingAlbums, withAlbumRules } from './albums/with-album-rules.ts';
import { withTwoSteps } from './archive/deletion/with-two-steps.ts';
import { withHistory } from './archive/history/with-history.ts';
import { keepComparing } from './archive/look-alikes/keep-comparing.ts';
import { jobsConfig, keepEditsGoing } from './archive-screen/edits/edit-jobs.ts';
import { keepArchiveFollowed } from './archive-screen/studio-archive.ts';
import { keptRefusals } from './audit/kept-refusals.ts';
import { databaseOf } from './database/database-of.ts';
import { keepIndexesStudied } from './database/study-indexes.ts';
import { deskEndpoint } from './desk/desk-endpoints.ts';
import { discreetLogger, refusalsAreNews } from './discreet-logger.ts';
import { afterError } from './endpoints/after-error.ts';
import { healthEndpoint } from './endpoints/health-endpoint.ts';
import { uploadsOf } from './endpoints/image-endpoints.ts';
import { metricsEndpoint } from './endpoints/metrics-endpoint.ts';
import { withEndpoints } from './endpoints/with-endpoints.ts';
import { withInputRules } from './input/with-input-rules.ts';
import { noMail } from './no-mail.ts';
import { keepOutboxShort } from './outbox/prune-outbox.ts';
import { withOutbox } from './outbox/with-outbox.ts';
import { withPeopleRules } from './people/with-people-rules.ts';
import { previewEndpoint } from './preview/preview-endpoint.ts';
import { refuseStoredSecrets } from './stored-secrets.ts';
import type { StudioValues } from './studio-values.ts';
import { keepUploadsMoving } from './uploads/keep-uploads-moving.ts';
import { withOurRules } from './with-our-rules.ts';
import { withConsentRules } from './workflow/with-consent-rules.ts';
import { withDescriptionRules } from './workflow/with-description-rules.ts';
import { withGroundRules } from './workflow/with-ground-rules.ts';
import { withMarkingRules } from './workflow/with-marking-rules.ts';
import { withWorkflow } from './workflow/with-workflow.ts';

/** Every collection of ours, with the rules and hooks that make it part of the studio. */
const collections = (values: StudioValues): CollectionConfig[] => [
  withOutbox(withWorkflow(articles(), values)),
  withOutbox(withWorkflow(events(), values)),
  withOutbox(withHistory(withTwoSteps(leavingAlbums(withDescriptionRules(images(rightsStatements)))))),
  withOutbox(withAlbumRules(albums())),
  albumMembers(),
  withOutbox(withDescriptionRules(places())),
  withOutbox(withDescriptionRules(topics())),
  withOutbox(withDescriptionRules(agencies())),
  withOutbox(withGroundRules(withDescriptionRules(rights(rightsStatements, rightsUses)), 'rightsRecord')),
  withOutbox(withGroundRules(withConsentRules(consents(rightsUses)), 'consents')),
  withPeopleRules(users(), values),
  withOutbox(withMarkingRules(markings(), values)),
  reviews(),
  lookAlikes(),
  pictureDeletions(),
  pictureHolds(),
  pictureHistory(),
  outbox(),
  audit(keptRefusals),
  savedSearches(),
  pictureEdits(),
  pictureEditItems(),
  uploadBatches(),
  uploadFates(),
  claims(),
];

/**
 * Builds Payload's configuration for an installation.
 * @throws Failure `access-rule-missing` when any operation of what was built is not under our rules
 */
/**
 * What watches over the masters is a program beside the studio, not a part of its pages: it is loaded as it stands in its file. What
 * walks through a folder would make the bundler of the pages take along everything that it can find.
 */
const startChecks = async (payload: Payload, values: StudioValues): Promise<void> => {
  const file = pathToFileURL(join(values.baseDir, 'src/editorial/archive/keep-masters-sound.ts')).href;
  const loaded = (await import(/* turbopackIgnore: true */ file)) as typeof import('./archive/keep-masters-sound.ts');
  loaded.keepMastersSound(payload, values);
  const other = pathToFileURL(join(values.baseDir, 'src/editorial/archive/deletion/keep-deleting.ts')).href;
  const deleting = (await import(
    /* turbopackIgnore: true */ other
  )) as typeof import('./archive/deletion/keep-deleting.ts');
  deleting.keepDeleting(payload, values);
};

export const buildStudioConfig = async (values: StudioValues): Promise<SanitizedConfig> => {
  const config: Config = {
    secret: values.secret,
    db: databaseOf(values.databaseUrl),
    collections: collections(values)
      .map((collection) => withEndpoints(withInputRules(collection), values))
      .map(withStudioLook),
    admin: adminConfig(values),
    i18n: i18nConfig(),
    endpoints: [deskEndpoint, previewEndpoint, healthEndpoint, metricsEndpoint(values.metricsToken)],
    localization: {
      locales: studioLocales.map((code) => ({ code, label: ownNames[code] })),
      defaultLocale: 'vi',
      fallback: false,
      defaultLocalePublishOption: 'active',
    },
    experimental: { localizeStatus: true },
    jobs: jobsConfig,
    graphQL: { disable: true },
    // No browser is told of it.
    custom: { mastersDir: values.mastersDir, archiveDir: values.archiveDir, selfPublish: values.selfPublish },
    telemetry: false,
    debug: false,
    maxDepth: 2,
    defaultDepth: 1,
    csrf: [values.studioUrl],
    cors: [],
    folders: false,
    typescript: { autoGenerate: false },
    logger: discreetLogger(values.logLevel),
    loggingLevels: refusalsAreNews,
    email: noMail,
    upload: { abortOnLimit: true, limits: { files: 1 } },
    hooks: { afterError: [afterError] },
    // Only the studio's own process comes here: gate, command line and tests open Payload without it.
    onInit: async (payload) => {
      await refuseStoredSecrets(payload, values.profile);
      keepOutboxShort(payload);
      keepIndexesStudied(payload);
      keepComparing(payload);
      keepArchiveFollowed(payload);
      keepEditsGoing(payload);
      const uploads = uploadsOf(values);
      if (uploads) keepUploadsMoving(payload, uploads, values);
      await startChecks(payload, values);
    },
  };
  const built = withOurRules(withEditorWords(await buildConfig(config)));
  auditAccess(built);
  return built;
};
