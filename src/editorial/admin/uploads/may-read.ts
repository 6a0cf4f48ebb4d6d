/** A handle that a browser kept, as far as TypeScript does not know it. */
type Asked = FileSystemHandle & { requestPermission?: (wish: { mode: 'read' }) => Promise<PermissionState> };

/**
 * Asks whether this page may read what an earlier one was given. A person who closes the question has not said yes, and a
 * browser that does not want to ask now has not either.
 */
export const mayRead = async (handles: readonly FileSystemHandle[]): Promise<boolean> => {
  for (const handle of handles as readonly Asked[]) {
    const said = (await handle.requestPermission?.({ mode: 'read' }).catch(() => 'denied')) ?? 'granted';
    if (said !== 'granted') return false;
  }
  return true;
};
