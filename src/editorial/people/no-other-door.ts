import { AuthenticationError, type CollectionBeforeOperationHook, type CollectionConfig } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { currentSession } from './sessions/session-strategy.ts';

const shut: ReadonlySet<string> = new Set(['login', 'refresh', 'forgotPassword', 'resetPassword', 'unlock']);

/** Payload’s own ways of signing in know neither of tries nor of our sessions: whatever calls them is refused. */
export const noOtherDoor: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (shut.has(operation)) throw new AuthenticationError(req.t);
  return args;
};

type Hooks = NonNullable<CollectionConfig['hooks']>;

/** Tells a page who asks and when their session runs out; the token, which Payload would look into, says nothing. */
export const tellWho: NonNullable<Hooks['me']>[number] = ({ args, user }) => {
  const session = currentSession(args.req);
  const mustEnrol = viewerOf(args.req.user)?.mustEnrol === true;
  const exp = session && Math.floor(session.until.getTime() / 1000);
  return exp ? { user: { ...user, _mustEnrol: mustEnrol }, exp } : undefined;
};
