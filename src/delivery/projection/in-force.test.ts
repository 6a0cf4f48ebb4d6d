import { describe, expect, it } from 'vitest';
import { chainFrom, inForce } from './in-force.ts';

const edition = (appearsAt: string | null, vanishesAt: string | null = null) => ({ appearsAt, vanishesAt });
const [early, now, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'];

describe('the edition in force', () => {
  it('is the newest whose time has come', () => {
    const editions = [edition(null), edition(now)];
    expect(inForce(editions, now)).toBe(editions[1]);
    expect(inForce(editions, early)).toBe(editions[0]);
  });

  it('is none before the only one appears', () => {
    expect(inForce([edition(late)], now)).toBeNull();
  });

  it('is none once it has vanished, even with an older one behind it', () => {
    expect(inForce([edition(null), edition(early, now)], now)).toBeNull();
    expect(inForce([edition(null, late)], now)).not.toBeNull();
  });
});

describe('the chain of languages', () => {
  it('begins with the language asked for and names each once', () => {
    expect(chainFrom('fr', ['vi', 'en', 'fr', 'zh-Hans'])).toEqual(['fr', 'vi', 'en', 'zh-Hans']);
    expect(chainFrom('fr', ['en'])).toEqual(['fr', 'en']);
  });

  it('goes from Traditional Chinese to Simplified before it goes anywhere else', () => {
    expect(chainFrom('zh-Hant', ['vi', 'en', 'zh-Hans'])).toEqual(['zh-Hant', 'zh-Hans', 'vi', 'en']);
    expect(chainFrom('zh-Hant', ['vi'])).toEqual(['zh-Hant', 'zh-Hans', 'vi']);
    expect(chainFrom('zh-Hans', ['vi', 'zh-Hant'])).toEqual(['zh-Hans', 'vi', 'zh-Hant']);
  });
});
