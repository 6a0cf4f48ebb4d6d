import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Patience } from '#editorial/translation/machine/ask-machine.ts';
import { chatCompletions } from '#editorial/translation/machine/chat-completions.ts';
import { libreTranslate } from '#editorial/translation/machine/libre-translate.ts';
import type { MachineProvider } from '#editorial/translation/machine/provider.ts';
import { type Empty, type Filled, translateSegments } from '#editorial/translation/machine/translate-segments.ts';
import { type Manner, offered, startMachine, tell } from './support/machine-server.ts';

const patience: Patience = { oneAsk: 400, longestWait: 30, tries: 3, most: 20_000 };
const signal = () => new AbortController().signal;

const market: Empty = {
  id: 'a',
  source: [
    { text: 'Chợ ' },
    { code: 'open', id: '1', kind: 'bold' },
    { text: 'Bến Thành' },
    { code: 'close', id: '1' },
    { text: ' mở cửa' },
  ],
};
const river: Empty = { id: 'b', source: [{ text: 'Sông Sài Gòn & thuyền' }] };

const fill = async (provider: MachineProvider, empty: readonly Empty[], given = signal()): Promise<Filled[]> => {
  const all: Filled[] = [];
  for await (const some of translateSegments(provider, empty, ['vi', 'en'], given)) all.push(...some);
  return all;
};

/** A server of LibreTranslate whose translations are these. */
const libre =
  (translations: readonly unknown[]): Manner =>
  (_, answer, { url }) =>
    url === '/languages' ? tell(answer, 200, offered) : tell(answer, 200, { translatedText: translations });

const chat =
  (content: unknown): Manner =>
  (_, answer) =>
    tell(answer, 200, { choices: [{ message: { role: 'assistant', content } }] });

describe('a server of LibreTranslate', () => {
  it('is asked for all segments at once, in its codes, and its words get their codes back', async () => {
    await using server = await startMachine(
      libre(['<g id="1">Ben Thanh</g> Market opens', 'The Saigon River &amp; boats']),
    );
    const provider = libreTranslate({ url: server.url, key: 'secret' }, patience);
    expect(await fill(provider, [market, river])).toEqual([
      {
        id: 'a',
        content: [
          { code: 'open', id: '1', kind: 'bold' },
          { text: 'Ben Thanh' },
          { code: 'close', id: '1' },
          { text: ' Market opens' },
        ],
      },
      { id: 'b', content: [{ text: 'The Saigon River & boats' }] },
    ]);
    expect(server.asked.map(({ path }) => path)).toEqual(['/languages', '/translate']);
    expect(server.asked[1]?.body).toEqual({
      q: ['Chợ <g id="1">Bến Thành</g> mở cửa', 'Sông Sài Gòn &amp; thuyền'],
      ...{ source: 'vi', target: 'en', format: 'html', api_key: 'secret' },
    });
  });

  it('that lacks the language says so, and is sent no text', async () => {
    await using server = await startMachine((_, answer) => tell(answer, 200, [{ code: 'vi' }]));
    await expect(fill(libreTranslate({ url: server.url }, patience), [market])).rejects.toMatchObject({
      code: 'machine-language',
    });
    expect(server.asked.map(({ path }) => path)).toEqual(['/languages']);
  });

  it('that drops a code, lies about the language or chats is not believed; the others are kept', async () => {
    await using server = await startMachine(libre(['Ben Thanh Market opens', '西贡河与船只的美丽景色']));
    expect(await fill(libreTranslate({ url: server.url }, patience), [market, river])).toEqual([
      { id: 'a', why: 'codes' },
      { id: 'b', why: 'script' },
    ]);
  });
});

describe('a chat', () => {
  it.each([
    ['bare', JSON.stringify({ segments: ['<g id="1">Ben Thanh</g> Market opens'] })],
    ['in a fence', `\`\`\`json\n${JSON.stringify({ segments: ['<g id="1">Ben Thanh</g> Market opens'] })}\n\`\`\``],
  ])('answers with JSON, %s', async (_, content) => {
    await using server = await startMachine(chat(content));
    const provider = chatCompletions({ url: server.url, key: 'k', model: 'city-1' }, patience);
    expect(await fill(provider, [market])).toMatchObject([{ id: 'a', content: [{ code: 'open' }, {}, {}, {}] }]);
    expect(server.asked).toMatchObject([{ path: '/chat/completions', key: 'Bearer k', body: { model: 'city-1' } }]);
  });

  it.each([
    ['prose', 'Here you are: Ben Thanh'],
    ['too few segments', JSON.stringify({ segments: [] })],
    ['numbers', JSON.stringify({ segments: [1] })],
    ['nothing', null],
  ])('that answers with %s is useless', async (_, content) => {
    await using server = await startMachine(chat(content));
    const provider = chatCompletions({ url: server.url, model: 'city-1' }, patience);
    await expect(fill(provider, [market])).rejects.toMatchObject({ code: 'machine-useless' });
  });
});

const misbehaving: readonly [string, Manner, object][] = [
  ['hangs', () => undefined, { code: 'machine-unreachable' }],
  [
    'breaks off',
    (_, answer) => void answer.writeHead(200).write('{"choices"', () => answer.destroy()),
    { code: 'machine-unreachable' },
  ],
  [
    'answers with a page',
    (_, answer) => answer.end('<html><body>Bad Gateway</body></html>'),
    { code: 'machine-useless' },
  ],
  ['never stops talking', (_, answer) => talkOn(answer), { code: 'machine-useless' }],
  ['refuses', (_, answer) => tell(answer, 401, {}), { code: 'machine-refused', values: { status: 401 } }],
  [
    'sends elsewhere',
    (_, answer) => tell(answer, 307, {}, { location: 'http://127.0.0.1:9/' }),
    { code: 'machine-unreachable' },
  ],
];

const talkOn = (answer: ServerResponse): void => {
  const more = () => void (answer.writableEnded || answer.destroyed || answer.write('x'.repeat(9000), more));
  more();
};

describe('a machine', () => {
  it.each(misbehaving)('that %s is given up', async (_, manner, failure) => {
    await using server = await startMachine(manner);
    const provider = chatCompletions({ url: server.url, model: 'city-1' }, patience);
    await expect(fill(provider, [market])).rejects.toMatchObject(failure);
  });

  it('that is not there is given up', async () => {
    const provider = chatCompletions({ url: 'http://127.0.0.1:9', model: 'city-1' }, patience);
    await expect(fill(provider, [market])).rejects.toMatchObject({ code: 'machine-unreachable' });
  });

  it('that asks for ten thousand more tries gets three, and never waits longer than it may', async () => {
    await using server = await startMachine((_, answer) => tell(answer, 429, {}, { 'retry-after': '999999' }));
    const provider = chatCompletions({ url: server.url, model: 'city-1' }, patience);
    await expect(fill(provider, [market])).rejects.toMatchObject({ code: 'machine-refused', values: { status: 429 } });
    expect(server.asked).toHaveLength(3);
  });

  it('that was only busy is asked again', async () => {
    const good = chat(JSON.stringify({ segments: ['The Saigon River'] }));
    await using server = await startMachine((body, answer, asked, number) =>
      number === 1 ? tell(answer, 503, {}, { 'retry-after': '0' }) : good(body, answer, asked, number),
    );
    const provider = chatCompletions({ url: server.url, model: 'city-1' }, patience);
    expect(await fill(provider, [river])).toMatchObject([{ id: 'b', content: [{ text: 'The Saigon River' }] }]);
  });

  it('is asked in groups, and what one group brought stays when the next one fails', async () => {
    const many = Array.from({ length: 45 }, (_, at): Empty => ({ id: String(at), source: [{ text: `Ảnh số ${at}` }] }));
    await using server = await startMachine((body, answer, _, number) => {
      if (number === 3) return void tell(answer, 500, {});
      const { messages } = body as { messages: { content: string }[] };
      const { segments } = JSON.parse(messages[1]?.content ?? '') as { segments: string[] };
      const content = JSON.stringify({ segments: segments.map((text) => text.replace('Ảnh số', 'Picture')) });
      tell(answer, 200, { choices: [{ message: { content } }] });
    });
    const kept: Filled[] = [];
    const work = async () => {
      const provider = chatCompletions({ url: server.url, model: 'city-1' }, patience);
      for await (const some of translateSegments(provider, many, ['vi', 'en'], signal())) kept.push(...some);
    };
    await expect(work()).rejects.toMatchObject({ code: 'machine-refused' });
    expect(kept).toHaveLength(40);
    expect(kept[39]).toEqual({ id: '39', content: [{ text: 'Picture 39' }] });
  });

  it('is left when nobody waits any more', async () => {
    await using server = await startMachine(() => undefined);
    const control = new AbortController();
    const provider = chatCompletions({ url: server.url, model: 'city-1' }, { ...patience, oneAsk: 60_000 });
    const work = fill(provider, [market], control.signal);
    control.abort(new Error('enough'));
    await expect(work).rejects.toThrow('enough');
  });
});
