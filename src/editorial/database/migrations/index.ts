import * as migration_20261124_035303_first from './20261124_035303_first.ts';

export const migrations = [
  {
    up: migration_20261124_035303_first.up,
    down: migration_20261124_035303_first.down,
    name: '20261124_035303_first'
  },
];
