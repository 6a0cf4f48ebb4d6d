import en from './en/viewer.json' with { type: 'json' };
import fr from './fr/viewer.json' with { type: 'json' };
import vi from './vi/viewer.json' with { type: 'json' };
import zh from './zh/viewer.json' with { type: 'json' };
import zhHant from './zh-Hant/viewer.json' with { type: 'json' };

/** Words that those who look at pictures meet, in answers, manifests and files, by public locale. */
export const viewerWords = { vi, en, fr, 'zh-Hans': zh, 'zh-Hant': zhHant } as const;
