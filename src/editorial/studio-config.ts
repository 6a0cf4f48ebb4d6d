import { buildConfig, type CollectionConfig, type Config, type SanitizedConfig } from 'payload';
import { agencies } from '#collections/agencies.ts';
import { articles } from '#collections/articles.ts';
import { audit } from '#collections/audit.ts';
import { events } from '#collections/events.ts';
import { images } from '#collections/images.ts';
import { markings } from '#collections/markings.ts';
import { outbox } from '#collections/outbox.ts';
import { places } from '#collections/places.ts';
import { reviews } from '#collections/reviews.ts';
import { topics } from '#collections/topics.ts';
import { users } from '#collections/users.ts';
import { ownNames, studioLocales } from '#languages/locales.ts';
import { adminConfig, i18nConfig } from './admin/admin-config.ts';
import { withStudioLook } from './admin/with-studio-look.ts';
import { databaseOf } from './database/database-of.ts';
import { deskEndpoint } from './desk/desk-endpoints.ts';
import { afterError } from './endpoints/after-error.ts';
import { withInputRules } from './input/with-input-rules.ts';
import { noMail } from './no-mail.ts';
import { withOutbox } from './outbox/with-outbox.ts';
import type { StudioValues } from './studio-values.ts';
import { withMarkingRules } from './workflow/with-marking-rules.ts';
import { withWorkflow } from './workflow/with-workflow.ts';

/** Every collection of ours, with the rules and hooks that make it part of the studio. */
const collections = (values: StudioValues): CollectionConfig[] => [
  withOutbox(withWorkflow(articles(), values)),
  withOutbox(withWorkflow(events(), values)),
  withOutbox(images()),
  withOutbox(places()),
  withOutbox(topics()),
  withOutbox(agencies()),
  users(),
  withOutbox(withMarkingRules(markings(), values)),
  reviews(),
  outbox(),
  audit(),
];

/** Builds Payload's configuration for an installation. */
export const buildStudioConfig = async (values: StudioValues): Promise<SanitizedConfig> => {
  const config: Config = {
    secret: values.secret,
    db: databaseOf(values.databaseUrl),
    collections: collections(values).map(withInputRules).map(withStudioLook),
    admin: adminConfig(values),
    i18n: i18nConfig(),
    endpoints: [deskEndpoint],
    localization: {
      locales: studioLocales.map((code) => ({ code, label: ownNames[code] })),
      defaultLocale: 'vi',
      fallback: false,
      defaultLocalePublishOption: 'active',
    },
    experimental: { localizeStatus: true },
    graphQL: { disable: true },
    telemetry: false,
    debug: false,
    maxDepth: 2,
    defaultDepth: 1,
    csrf: [values.studioUrl],
    cors: [],
    folders: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: values.logLevel } },
    email: noMail,
    hooks: { afterError: [afterError] },
  };
  return buildConfig(config);
};
