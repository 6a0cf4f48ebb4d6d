/** An address, or a text that repeats one, without the person and password in it. */
export const withoutPassword = (text: string): string => text.replace(/\/\/[^/\s]*@/g, '//…@');
