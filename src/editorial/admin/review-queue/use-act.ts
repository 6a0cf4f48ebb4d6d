'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, readRefusal } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Decided, decidedLine } from './answers.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** How far an act about many pictures is. */
export interface ActState {
  readonly running: boolean;
  /** What has become of those that came before, in their order. */
  readonly decided: readonly Decided[];
  /** Why nothing was done at all. */
  readonly refusal: Refusal | null;
  /** The connection broke off: what was not told of may have happened or not. */
  readonly broken: boolean;
}

const idle: ActState = { running: false, decided: [], refusal: null, broken: false };

/** Lines of a body as they come. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
}

/** Decides about many pictures in one request and tells of each as soon as the studio does. */
export const useAct = () => {
  const { language } = useWords();
  const [state, setState] = useState<ActState>(idle);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  const send = useCallback(
    async (act: string, json: object) => {
      control.current = new AbortController();
      setState({ ...idle, running: true });
      try {
        const response = await fetch(`/api/images/review-queue/${act}`, {
          ...{ method: 'POST', credentials: 'same-origin', body: JSON.stringify(json), signal: control.current.signal },
          headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
        });
        if (!response.ok || !response.body) {
          const refusal = readRefusal(response.status, await response.json().catch(() => null));
          return setState({ ...idle, refusal });
        }
        for await (const line of linesOf(response.body)) {
          const one = decidedLine.parse(JSON.parse(line));
          setState((before) => ({ ...before, decided: [...before.decided, one] }));
        }
        setState((before) => ({ ...before, running: false }));
      } catch {
        setState((before) => ({ ...before, running: false, broken: true }));
      }
    },
    [language],
  );
  return { state, send, stop: useCallback(() => control.current?.abort(), []) };
};
