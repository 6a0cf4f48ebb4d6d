import account from '#locales/zh/account.json' with { type: 'json' };
import checks from '#locales/zh/checks.json' with { type: 'json' };
import coverage from '#locales/zh/coverage.json' with { type: 'json' };
import errors from '#locales/zh/errors.json' with { type: 'json' };
import exchange from '#locales/zh/exchange.json' with { type: 'json' };
import fields from '#locales/zh/fields.json' with { type: 'json' };
import launch from '#locales/zh/launch.json' with { type: 'json' };
import studio from '#locales/zh/studio.json' with { type: 'json' };
import translation from '#locales/zh/translation.json' with { type: 'json' };
import work from '#locales/zh/work.json' with { type: 'json' };
import workbench from '#locales/zh/workbench.json' with { type: 'json' };

/** Words of the studio in Chinese, by namespace. */
export const zhWords = {
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
