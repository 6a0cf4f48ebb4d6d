import account from '#locales/vi/account.json' with { type: 'json' };
import checks from '#locales/vi/checks.json' with { type: 'json' };
import coverage from '#locales/vi/coverage.json' with { type: 'json' };
import errors from '#locales/vi/errors.json' with { type: 'json' };
import exchange from '#locales/vi/exchange.json' with { type: 'json' };
import fields from '#locales/vi/fields.json' with { type: 'json' };
import launch from '#locales/vi/launch.json' with { type: 'json' };
import studio from '#locales/vi/studio.json' with { type: 'json' };
import translation from '#locales/vi/translation.json' with { type: 'json' };
import work from '#locales/vi/work.json' with { type: 'json' };
import workbench from '#locales/vi/workbench.json' with { type: 'json' };

/** Words of the studio in Vietnamese, by namespace. */
export const viWords = {
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
