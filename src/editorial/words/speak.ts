import i18next, { type i18n } from 'i18next';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import enCoverage from '#locales/en/coverage.json' with { type: 'json' };
import enErrors from '#locales/en/errors.json' with { type: 'json' };
import enExchange from '#locales/en/exchange.json' with { type: 'json' };
import enFields from '#locales/en/fields.json' with { type: 'json' };
import enProblems from '#locales/en/problems.json' with { type: 'json' };
import enRights from '#locales/en/rights.json' with { type: 'json' };
import enStudio from '#locales/en/studio.json' with { type: 'json' };
import enWork from '#locales/en/work.json' with { type: 'json' };
import frCoverage from '#locales/fr/coverage.json' with { type: 'json' };
import frErrors from '#locales/fr/errors.json' with { type: 'json' };
import frExchange from '#locales/fr/exchange.json' with { type: 'json' };
import frFields from '#locales/fr/fields.json' with { type: 'json' };
import frProblems from '#locales/fr/problems.json' with { type: 'json' };
import frRights from '#locales/fr/rights.json' with { type: 'json' };
import frStudio from '#locales/fr/studio.json' with { type: 'json' };
import frWork from '#locales/fr/work.json' with { type: 'json' };
import viCoverage from '#locales/vi/coverage.json' with { type: 'json' };
import viErrors from '#locales/vi/errors.json' with { type: 'json' };
import viExchange from '#locales/vi/exchange.json' with { type: 'json' };
import viFields from '#locales/vi/fields.json' with { type: 'json' };
import viProblems from '#locales/vi/problems.json' with { type: 'json' };
import viRights from '#locales/vi/rights.json' with { type: 'json' };
import viStudio from '#locales/vi/studio.json' with { type: 'json' };
import viWork from '#locales/vi/work.json' with { type: 'json' };
import zhCoverage from '#locales/zh/coverage.json' with { type: 'json' };
import zhErrors from '#locales/zh/errors.json' with { type: 'json' };
import zhExchange from '#locales/zh/exchange.json' with { type: 'json' };
import zhFields from '#locales/zh/fields.json' with { type: 'json' };
import zhProblems from '#locales/zh/problems.json' with { type: 'json' };
import zhRights from '#locales/zh/rights.json' with { type: 'json' };
import zhStudio from '#locales/zh/studio.json' with { type: 'json' };
import zhWork from '#locales/zh/work.json' with { type: 'json' };

type Namespace = 'errors' | 'problems' | 'fields' | 'rights' | 'studio' | 'coverage' | 'exchange' | 'work';

const instance: i18n = i18next.createInstance();
void instance.init({
  lng: 'vi',
  supportedLngs: [...studioLocales],
  fallbackLng: false,
  ns: ['errors', 'problems', 'fields', 'rights', 'studio', 'coverage', 'exchange', 'work'],
  resources: {
    vi: {
      errors: viErrors,
      problems: viProblems,
      fields: viFields,
      rights: viRights,
      studio: viStudio,
      coverage: viCoverage,
      exchange: viExchange,
      work: viWork,
    },
    en: {
      errors: enErrors,
      problems: enProblems,
      fields: enFields,
      rights: enRights,
      studio: enStudio,
      coverage: enCoverage,
      exchange: enExchange,
      work: enWork,
    },
    fr: {
      errors: frErrors,
      problems: frProblems,
      fields: frFields,
      rights: frRights,
      studio: frStudio,
      coverage: frCoverage,
      exchange: frExchange,
      work: frWork,
    },
    zh: {
      errors: zhErrors,
      problems: zhProblems,
      fields: zhFields,
      rights: zhRights,
      studio: zhStudio,
      coverage: zhCoverage,
      exchange: zhExchange,
      work: zhWork,
    },
  },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Words of ours in a person's language. A key without words comes back as it is. */
export const speak = (
  language: StudioLocale,
  namespace: Namespace,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string => instance.t(key, { ...values, lng: language, ns: namespace });

/** Whether anybody has written these words. */
export const hasWords = (language: StudioLocale, namespace: Namespace, key: string): boolean =>
  instance.exists(key, { lng: language, ns: namespace });
