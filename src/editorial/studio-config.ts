import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  buildConfig,
  type CollectionConfig,
  type Config,
  type Endpoint,
  type Payload,
  type SanitizedConfig,
} from 'payload';
import { agencies } from '#collections/agencies.ts';
import { albumMembers } from '#collections/album-members.ts';
import { albums } from '#collections/albums.ts';
import { articles } from '#collections/articles.ts';
import { assignments } from '#collections/assignments.ts';
import { audit } from '#collections/audit.ts';
import { auditRemovals } from '#collections/audit-removals.ts';
import { claims } from '#collections/claims.ts';
import { commentNotices, comments } from '#collections/comments.ts';
import { concepts } from '#collections/concepts.ts';
import { consents } from '#collections/consents.ts';
import { copies } from '#collections/copies.ts';
import { copyPermissions } from '#collections/copy-permissions.ts';
import { digests } from '#collections/digests.ts';
import { events } from '#collections/events.ts';
import { factors, pendingSteps, recoveryCodes } from '#collections/factors.ts';
import { grants } from '#collections/grants.ts';
import { images } from '#collections/images.ts';
import { launches } from '#collections/launches.ts';
import { lookAlikes } from '#collections/look-alikes.ts';
import { lowerings } from '#collections/lowerings.ts';
import { markings } from '#collections/markings.ts';
import { memoryImports } from '#collections/memory-imports.ts';
import { outbox } from '#collections/outbox.ts';
import { pictureDeletions, pictureHolds } from '#collections/picture-deletions.ts';
import { pictureEditItems, pictureEdits } from '#collections/picture-edits.ts';
import { pictureHistory } from '#collections/picture-history.ts';
import { places } from '#collections/places.ts';
import { reviews } from '#collections/reviews.ts';
import { rights } from '#collections/rights.ts';
import { savedSearches } from '#collections/saved-searches.ts';
import { secrecyCases } from '#collections/secrecy-cases.ts';
import { sessions } from '#collections/sessions.ts';
import { signInTries } from '#collections/sign-in-tries.ts';
import { topics } from '#collections/topics.ts';
import { translations } from '#collections/translations.ts';
import { uploadBatches, uploadFates } from '#collections/uploads.ts';
import { users } from '#collections/users.ts';
import { ownNames, studioLocales } from '#languages/locales.ts';
import { rightsUses } from '#media/rights/effective-rights.ts';
import { rightsStatements } from '#media/rights/rights.ts';
import { conceptKinds, termStatuses } from '#translation/terms/concept.ts';
import { longestForm } from '#translation/terms/form-bounds.ts';
import { auditAccess } from './access-audit.ts';
import { adminConfig, i18nConfig } from './admin/admin-config.ts';
import { withSealedLook } from './admin/sealed/with-sealed-look.ts';
import { withStudioLook } from './admin/with-studio-look.ts';
import { withEditorWords } from './admin/words/with-editor-words.ts';
import { leavingAlbums, withAlbumRules } from './albums/with-album-rules.ts';
import { answerEndpoints } from './answers/answer-endpoints.ts';
import { withTwoSteps } from './archive/deletion/with-two-steps.ts';
import { withHistory } from './archive/history/with-history.ts';
import { keepComparing } from './archive/look-alikes/keep-comparing.ts';
import { jobsConfig, keepEditsGoing } from './archive-screen/edits/edit-jobs.ts';
import { keepArchiveFollowed } from './archive-screen/studio-archive.ts';
import { checkSealing } from './at-rest/at-rest-of.ts';
import { placeForConfig } from './audit/audit-place.ts';
import { keptRefusals } from './audit/kept-refusals.ts';
import { auditLogEndpoints } from './audit/log-page/audit-log-endpoints.ts';
import { keepRemovedRowsGone } from './audit/removal/keep-removed-rows-gone.ts';
import { withNotedReads } from './audit/with-noted-reads.ts';
import { registerEndpoints } from './copies/register-endpoints.ts';
import { databaseOf } from './database/database-of.ts';
import { keepSealsTrue } from './database/seals/mend-seals.ts';
import { keepIndexesStudied } from './database/study-indexes.ts';
import { deskEndpoint } from './desk/desk-endpoints.ts';
import { discreetLogger, refusalsAreNews } from './discreet-logger.ts';
import { afterError } from './endpoints/after-error.ts';
import { healthEndpoint } from './endpoints/health-endpoint.ts';
import { fileWordsFor, uploadsOf } from './endpoints/image-endpoints.ts';
import { metricsEndpoint } from './endpoints/metrics-endpoint.ts';
import { withEndpoints } from './endpoints/with-endpoints.ts';
import { withEitherScript } from './input/with-either-script.ts';
import { withInputRules } from './input/with-input-rules.ts';
import { keepLaunches } from './launch/keep-launches.ts';
import { launchesEndpoint } from './launch/launch-endpoints.ts';
import { lawForConfig } from './legal/marking-law.ts';
import { keepMailGoing } from './mail/keep-mail-going.ts';
import { noMail } from './no-mail.ts';
import { keepOutboxShort } from './outbox/prune-outbox.ts';
import { withOutbox } from './outbox/with-outbox.ts';
import { factorEndpoints } from './people/factors/factor-endpoints.ts';
import { relyingPartyOf } from './people/factors/passkeys/relying-party.ts';
import { accountEndpoints } from './people/sessions/session-endpoints.ts';
import { withPeopleRules } from './people/with-people-rules.ts';
import { previewEndpoint } from './preview/preview-endpoint.ts';
import { secrecyEndpoints } from './secrecy/secrecy-endpoints.ts';
import { keepSecrecyWatched } from './secrecy/watch.ts';
import { refuseStoredSecrets } from './stored-secrets.ts';
import type { StudioValues } from './studio-values.ts';
import { commentEndpoints } from './translation/comments/comment-endpoints.ts';
import { coverageEndpoints } from './translation/coverage/coverage-endpoints.ts';
import { keepCoverageFollowed } from './translation/coverage/studio-coverage.ts';
import { inboxEndpoints } from './translation/inbox/inbox-endpoints.ts';
import { machineEndpoints } from './translation/machine/machine-endpoints.ts';
import { memoryEndpoints } from './translation/memory/memory-endpoints.ts';
import { keepMemoryFollowed } from './translation/memory/studio-memory.ts';
import { packEndpoints } from './translation/pack/pack-endpoints.ts';
import { checkTermsEndpoint } from './translation/terms/check-endpoint.ts';
import { keepTextsFollowed } from './translation/terms/uses/studio-texts.ts';
import { withConceptRules } from './translation/terms/with-concept-rules.ts';
import { translationEndpoints } from './translation/translation-endpoints.ts';
import { withLedger } from './translation/with-ledger.ts';
import { workEndpoints } from './translation/work/work-endpoints.ts';
import { keepUploadsMoving } from './uploads/keep-uploads-moving.ts';
import { withOurRules } from './with-our-rules.ts';
import { withConsentRules } from './workflow/with-consent-rules.ts';
import { withDescriptionRules } from './workflow/with-description-rules.ts';
import { withGroundRules } from './workflow/with-ground-rules.ts';
import { withMarkingRules } from './workflow/with-marking-rules.ts';
import { withWorkflow } from './workflow/with-workflow.ts';

/** Every collection of ours, with the rules and hooks that make it part of the studio. */
const collections = (values: StudioValues): CollectionConfig[] => [
  withNotedReads(withOutbox(withLedger(withWorkflow(articles(), values)))),
  withNotedReads(withOutbox(withLedger(withWorkflow(events(), values)))),
  withNotedReads(
    withOutbox(withHistory(withTwoSteps(leavingAlbums(withLedger(withDescriptionRules(images(rightsStatements))))))),
  ),
  withNotedReads(withOutbox(withLedger(withAlbumRules(albums())))),
  albumMembers(),
  withOutbox(withLedger(withDescriptionRules(places()))),
  withOutbox(withLedger(withDescriptionRules(topics()))),
  withOutbox(withLedger(withDescriptionRules(agencies()))),
  withConceptRules(concepts({ kinds: conceptKinds, statuses: termStatuses, longest: longestForm })),
  withOutbox(withGroundRules(withLedger(withDescriptionRules(rights(rightsStatements, rightsUses))), 'rightsRecord')),
  withOutbox(withGroundRules(withConsentRules(consents(rightsUses)), 'consents')),
  withPeopleRules(users(), values),
  sessions(),
  signInTries(),
  factors(),
  recoveryCodes(),
  pendingSteps(),
  withOutbox(withMarkingRules(markings(), values)),
  lowerings(),
  grants(),
  copyPermissions(),
  copies(),
  secrecyCases(),
  reviews(),
  launches(),
  translations(),
  assignments(),
  comments(),
  commentNotices(),
  digests(),
  memoryImports(),
  lookAlikes(),
  pictureDeletions(),
  pictureHolds(),
  pictureHistory(),
  outbox(),
  audit(keptRefusals),
  auditRemovals(),
  savedSearches(),
  pictureEdits(),
  pictureEditItems(),
  uploadBatches(),
  uploadFates(),
  claims(),
];

/**
 * What watches over the masters is a program beside the studio, not a part of its pages: it is loaded as it stands in its file. What
 * walks through a folder would make the bundler of the pages take along everything that it can find.
 */
const startChecks = async (payload: Payload, values: StudioValues): Promise<void> => {
  const file = pathToFileURL(join(values.baseDir, 'src/editorial/archive/keep-masters-sound.ts')).href;
  const loaded = (await import(/* turbopackIgnore: true */ file)) as typeof import('./archive/keep-masters-sound.ts');
  loaded.keepMastersSound(payload, values);
  const sealing = pathToFileURL(join(values.baseDir, 'src/editorial/at-rest/keep-sealed.ts')).href;
  const sealed = (await import(/* turbopackIgnore: true */ sealing)) as typeof import('./at-rest/keep-sealed.ts');
  sealed.keepSealed(payload, values);
  const other = pathToFileURL(join(values.baseDir, 'src/editorial/archive/deletion/keep-deleting.ts')).href;
  const deleting = (await import(
    /* turbopackIgnore: true */ other
  )) as typeof import('./archive/deletion/keep-deleting.ts');
  deleting.keepDeleting(payload, values);
};

/** Addresses of the studio beside those of its collections. */
const endpoints = (values: StudioValues): Endpoint[] => [
  ...accountEndpoints,
  ...factorEndpoints(relyingPartyOf(values.studioUrl)),
  ...memoryEndpoints,
  ...packEndpoints,
  ...workEndpoints,
  ...commentEndpoints,
  ...inboxEndpoints,
  ...translationEndpoints,
  ...machineEndpoints(values.machine),
  checkTermsEndpoint,
  ...coverageEndpoints,
  ...secrecyEndpoints,
  ...answerEndpoints,
  ...auditLogEndpoints,
  ...registerEndpoints,
  deskEndpoint,
  launchesEndpoint,
  previewEndpoint,
  healthEndpoint,
  metricsEndpoint(values.metricsToken),
];

/** What goes on by itself as long as the studio runs. */
const keepGoing = (payload: Payload, values: StudioValues): void => {
  keepOutboxShort(payload);
  keepSealsTrue(payload);
  keepIndexesStudied(payload);
  keepComparing(payload);
  keepArchiveFollowed(payload);
  keepMemoryFollowed(payload);
  keepTextsFollowed(payload);
  keepCoverageFollowed(payload);
  keepEditsGoing(payload);
  keepMailGoing(payload, values);
  keepLaunches(payload, values);
  keepSecrecyWatched(payload);
  keepRemovedRowsGone(payload);
  const uploads = uploadsOf(values);
  if (uploads) keepUploadsMoving(payload, uploads, values);
};

/**
 * Builds Payload's configuration for an installation.
 * @throws Failure `access-rule-missing` when any operation of what was built is not under our rules
 */
export const buildStudioConfig = async (values: StudioValues): Promise<SanitizedConfig> => {
  const config: Config = {
    secret: values.secret,
    db: databaseOf(values.databaseUrl, values.textsAtRest),
    collections: collections(values)
      .map((collection) => withEndpoints(withInputRules(withEitherScript(collection)), values))
      .map(withStudioLook)
      .map((collection) => (values.textsAtRest ? withSealedLook(collection) : collection)),
    admin: adminConfig(values),
    i18n: i18nConfig(),
    endpoints: endpoints(values),
    localization: {
      locales: studioLocales.map((code) => ({ code, label: ownNames[code] })),
      defaultLocale: 'vi',
      fallback: false,
      defaultLocalePublishOption: 'active',
    },
    experimental: { localizeStatus: true },
    jobs: jobsConfig,
    graphQL: { disable: true },
    // No browser is told of it. Where files are sealed, what is searched in is held in memory and never written.
    custom: {
      ...{
        mastersDir: values.mastersDir,
        archiveDir: values.atRest ? undefined : values.archiveDir,
        selfPublish: values.selfPublish,
      },
      fileWords: fileWordsFor(values),
      auditPlace: placeForConfig(values),
      markingLaw: lawForConfig({ ...values, compartments: [...values.compartments] }),
    },
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
      checkSealing(values, values.atRest !== undefined);
      await refuseStoredSecrets(payload, values.profile);
      keepGoing(payload, values);
      await startChecks(payload, values);
    },
  };
  const built = withOurRules(withEditorWords(await buildConfig(config)));
  auditAccess(built);
  return built;
};
