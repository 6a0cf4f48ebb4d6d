import type { Request } from 'express';
import { z } from 'zod';
import { publicId } from '#record/common.ts';
import type { Context } from '../../context.ts';
import { readQuery } from '../../http/query.ts';
import { findIiifSource, type IiifSource } from '../../projection/iiif-source.ts';
import { pictureAbsence } from '../../projection/picture-absence.ts';

const noParameters = z.strictObject({});

export const pictureId = publicId.meta({ description: 'Id of the image', example: 'pX3vVJm0Q1mC7nqfZk2h9A' });

/**
 * What is offered at this moment of the picture that a request names.
 * @throws Failure `not-found`, `withdrawn`, `not-ready`; ParameterFailure for any query
 */
export const offered = (context: Context, request: Request): IiifSource => {
  readQuery(request.url, noParameters);
  context.projection.requireReady();
  const id = String(request.params.id);
  const source = findIiifSource(context.store, id);
  if (!source) throw pictureAbsence(context.store, id);
  return source;
};
