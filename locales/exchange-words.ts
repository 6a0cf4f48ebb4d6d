import en from './en/exchange.json' with { type: 'json' };
import fr from './fr/exchange.json' with { type: 'json' };
import vi from './vi/exchange.json' with { type: 'json' };
import zh from './zh/exchange.json' with { type: 'json' };

/** Words of files that go to translators and of reports of what came back, by locale of the studio. */
export const exchangeWords = { vi, en, fr, zh } as const;
