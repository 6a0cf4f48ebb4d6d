/** Stands where Payload would draw a button that our workflow replaces. */
export const NoButton = () => null;
