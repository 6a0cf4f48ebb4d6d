import '../../test/support/quick-passwords.ts';
import { measureTwins } from '../twins.ts';

/** Measures in a process of its own: passwords that are derived quickly here would be wrong in every studio that is started. */
const section = await measureTwins();
process.send?.(section, () => process.disconnect());
