import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes';
import { throughTheDoor } from '#editorial/endpoints/door.ts';
import config from '#editorial/payload.config.ts';

type Answer = ReturnType<typeof REST_GET>;

const open =
  (answer: Answer): Answer =>
  (request, args) =>
    throughTheDoor(request, (looked) => answer(looked, args));

export const GET = open(REST_GET(config));
export const POST = open(REST_POST(config));
export const DELETE = open(REST_DELETE(config));
export const PATCH = open(REST_PATCH(config));
export const PUT = open(REST_PUT(config));
export const OPTIONS = open(REST_OPTIONS(config));
