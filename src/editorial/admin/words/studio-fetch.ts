import { z } from 'zod';

/** One reason of a refusal; `path` names the field when there is one. */
export interface Reason {
  code: string | null;
  detail: string;
  path: string | null;
}

export type Answer =
  | { ok: true; status: number; body: unknown }
  | { ok: false; status: number; code: string | null; detail: string; reasons: Reason[]; body: unknown };

const reason = z.looseObject({
  code: z.string().optional(),
  detail: z.string().optional(),
  message: z.string().optional(),
  path: z.string().optional(),
  field: z.string().optional(),
  pointer: z.string().optional(),
  parameter: z.string().optional(),
});

const refusal = z.looseObject({
  code: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  message: z.string().optional(),
  errors: z.array(z.unknown()).optional(),
});

const readReason = (value: unknown): Reason[] => {
  const parsed = reason.safeParse(value);
  if (!parsed.success) return [];
  const { code, detail, message, path, field, pointer, parameter } = parsed.data;
  const words = detail ?? message;
  return words === undefined
    ? []
    : [{ code: code ?? null, detail: words, path: path ?? field ?? pointer ?? parameter ?? null }];
};

/** Reads what a studio address answers when it refuses: problem+json of ours or Payload's own list of errors. */
export const readRefusal = (status: number, body: unknown): Extract<Answer, { ok: false }> => {
  const parsed = refusal.safeParse(body);
  const words = parsed.success ? parsed.data : {};
  const reasons = (words.errors ?? []).flatMap(readReason);
  const detail = words.detail ?? words.message ?? reasons[0]?.detail ?? words.title ?? '';
  return { ok: false, status, code: words.code ?? reasons[0]?.code ?? null, detail, reasons, body };
};

export interface Asking {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  json?: unknown;
  form?: FormData;
  /** Sent as it is. */
  file?: Blob;
  signal?: AbortSignal;
}

/**
 * Asks the studio's own API as the signed-in person.
 * @param path from the root, e.g. `/api/articles/1/publish`
 * @param language the person's language, in which refusals are worded
 * @returns the answer; a network that fails is a refusal with status 0. Never throws.
 */
export const studioFetch = async (path: string, language: string, asking: Asking = {}): Promise<Answer> => {
  const init: RequestInit = {
    method: asking.method ?? 'GET',
    credentials: 'same-origin',
    headers: {
      'Accept-Language': language,
      ...(asking.json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(asking.file === undefined ? {} : { 'Content-Type': 'application/octet-stream' }),
    },
    body: asking.form ?? asking.file ?? (asking.json === undefined ? null : JSON.stringify(asking.json)),
    signal: asking.signal ?? null,
  };
  try {
    const response = await fetch(path, init);
    const body: unknown = await response.json().catch(() => null);
    return response.ok ? { ok: true, status: response.status, body } : readRefusal(response.status, body);
  } catch {
    return { ok: false, status: 0, code: null, detail: '', reasons: [], body: null };
  }
};
