import * as migration_20261124_042749_first from './20261124_042749_first.ts';

export const migrations = [
  {
    up: migration_20261124_042749_first.up,
    down: migration_20261124_042749_first.down,
    name: '20261124_042749_first'
  },
];
