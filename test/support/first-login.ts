/** Last row of the banner: everything runs. */
export const banner = /Stop\s+Ctrl-C/;

/** Signs in at the studio's HTTP door. @returns the status of the answer */
export const logIn = async (studio: string, email: string, password: string): Promise<number> => {
  const body = JSON.stringify({ email, password });
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${studio}/api/users/login`, { method: 'POST', headers, body })).status;
};

/** The administrator and their password for one time, as the output of a first start tells them; empty where it does not. */
export const loginIn = (output: string): { email: string; password: string } => {
  const [, email = ''] = /Administrator\s+(\S+@\S+)/.exec(output) ?? [];
  const [, password = ''] = /One-time password\s+(\S+)/.exec(output) ?? [];
  return { email, password };
};
