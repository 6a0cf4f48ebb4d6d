import account from '#locales/fr/account.json' with { type: 'json' };
import checks from '#locales/fr/checks.json' with { type: 'json' };
import coverage from '#locales/fr/coverage.json' with { type: 'json' };
import errors from '#locales/fr/errors.json' with { type: 'json' };
import exchange from '#locales/fr/exchange.json' with { type: 'json' };
import fields from '#locales/fr/fields.json' with { type: 'json' };
import launch from '#locales/fr/launch.json' with { type: 'json' };
import studio from '#locales/fr/studio.json' with { type: 'json' };
import translation from '#locales/fr/translation.json' with { type: 'json' };
import work from '#locales/fr/work.json' with { type: 'json' };
import workbench from '#locales/fr/workbench.json' with { type: 'json' };

/** Words of the studio in French, by namespace. */
export const frWords = {
  account,
  checks,
  coverage,
  errors,
  exchange,
  fields,
  launch,
  studio,
  translation,
  work,
  workbench,
};
