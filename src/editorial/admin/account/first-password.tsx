'use client';
import { useAuth, useTranslation } from '@payloadcms/ui';
import { type ReactNode, useEffect } from 'react';
import { isStudioLocale } from '#languages/locales.ts';
import { ChangePassword } from './change-password.tsx';

const known = (user: unknown): { mustChangePassword?: unknown; language?: unknown } =>
  user && typeof user === 'object' ? user : {};

/**
 * Stands around every page. Somebody who signed in with a password that others know (the one-time password of the
 * first start, or one that an administrator gave) meets nothing but the form that changes it.
 */
export const FirstPassword = ({ children }: { children: ReactNode }) => {
  const { user } = useAuth();
  const { i18n, switchLanguage } = useTranslation();
  const { mustChangePassword, language } = known(user);
  useEffect(() => {
    const chosen = document.cookie.includes('-lng=');
    if (!chosen && isStudioLocale(language) && language !== i18n.language) void switchLanguage?.(language);
  }, [language, i18n.language, switchLanguage]);
  return mustChangePassword === true ? <ChangePassword /> : children;
};
