import type { Request, Response } from 'express';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { Context } from '../context.ts';

export type Handler = (request: Request, response: Response) => void | Promise<void>;

/** One address that can be read: how it is documented and how it is answered. */
export interface Route {
  /** Path in the notation of OpenAPI, e.g. `/v1/{locale}/articles`. */
  readonly path: string;
  readonly operation: ZodOpenApiOperationObject;
  handler(context: Context): Handler;
}

/** The same path in the notation of Express. */
export const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
