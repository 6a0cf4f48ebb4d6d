'use client';
import { useWords } from '../words/use-words.ts';

/** There is no reset by e-mail: a forgotten password is a matter between people. */
export const AfterLogin = () => {
  const { say } = useWords();
  return <p className="bt-login__help">{say('login.forgotten')}</p>;
};
