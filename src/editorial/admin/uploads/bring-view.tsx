import type { AdminViewServerProps } from 'payload';
import { BringPage } from './bring-page.tsx';

/** The page on which somebody brings in many pictures; nothing for whoever may not. */
export const BringView = ({ initPageResult: { req, permissions } }: AdminViewServerProps) => {
  if (!req.user || permissions.collections?.images?.create !== true) return null;
  return <BringPage owner={String(req.user.id)} />;
};
