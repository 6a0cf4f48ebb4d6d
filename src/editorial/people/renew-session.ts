import { randomUUID } from 'node:crypto';
import { type CollectionAfterChangeHook, getFieldsToSign, jwtSign, type PayloadRequest } from 'payload';
import { generatePayloadCookie } from 'payload/shared';

const renewing = 'renewsSession';

/**
 * To be called before somebody's own new password is written: with the others goes the session in which they do it, so
 * that a token which somebody copied is worth nothing from then on.
 */
export const endOwnSession = (req: PayloadRequest): void => {
  if (!req.user) return;
  delete req.user._sid;
  req.context[renewing] = true;
};

/** Gives whoever changed their own password a session of their own again, by the cookie of their browser. */
export const renewSession: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  if (req.context[renewing] !== true) return doc;
  delete req.context[renewing];
  const { payload } = req;
  const { tokenExpiration } = collection.auth;
  const sid = randomUUID();
  const now = Date.now();
  const session = { id: sid, createdAt: new Date(now), expiresAt: new Date(now + tokenExpiration * 1000) };
  const data = { sessions: [session] };
  await payload.db.updateOne({ collection: 'users', id: doc.id, data, req, returning: false });
  const fieldsToSign = getFieldsToSign({ collectionConfig: collection, email: String(doc.email), sid, user: doc });
  const { token } = await jwtSign({ fieldsToSign, secret: payload.secret, tokenExpiration });
  const { cookiePrefix } = payload.config;
  const cookie = generatePayloadCookie({ collectionAuthConfig: collection.auth, cookiePrefix, token });
  req.responseHeaders = new Headers(req.responseHeaders);
  req.responseHeaders.append('Set-Cookie', String(cookie));
  return doc;
};
