import account from '#locales/en/account.json' with { type: 'json' };
import checks from '#locales/en/checks.json' with { type: 'json' };
import coverage from '#locales/en/coverage.json' with { type: 'json' };
import errors from '#locales/en/errors.json' with { type: 'json' };
import exchange from '#locales/en/exchange.json' with { type: 'json' };
import fields from '#locales/en/fields.json' with { type: 'json' };
import launch from '#locales/en/launch.json' with { type: 'json' };
import studio from '#locales/en/studio.json' with { type: 'json' };
import translation from '#locales/en/translation.json' with { type: 'json' };
import work from '#locales/en/work.json' with { type: 'json' };
import workbench from '#locales/en/workbench.json' with { type: 'json' };

/** Words of the studio in English, by namespace. */
export const enWords = {
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
