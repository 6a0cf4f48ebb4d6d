import * as migration_20261124_042749_first from './20261124_042749_first.ts';
import * as migration_20261125_225551_words_by_document from './20261125_225551_words_by_document.ts';
import * as migration_20261125_234753_audit_of_refusals from './20261125_234753_audit_of_refusals.ts';
import * as migration_20261126_091830_shown_masters from './20261126_091830_shown_masters.ts';
import * as migration_20261126_102337_origin_of_images from './20261126_102337_origin_of_images.ts';
import * as migration_20261126_140103_the_archive from './20261126_140103_the_archive.ts';
import * as migration_20261126_173152_the_archive_goes_on from './20261126_173152_the_archive_goes_on.ts';
import * as migration_20261127_001756_albums_and_claims from './20261127_001756_albums_and_claims.ts';
import * as migration_20261127_045717_translations_and_names from './20261127_045717_translations_and_names.ts';
import * as migration_20261127_075359_work_given_out_and_launches from './20261127_075359_work_given_out_and_launches.ts';
import * as migration_20261127_132355_lowered_by_two from './20261127_132355_lowered_by_two.ts';
import * as migration_20261127_143135_granted_and_held from './20261127_143135_granted_and_held.ts';
import * as migration_20261127_173830_sessions_and_second_steps from './20261127_173830_sessions_and_second_steps.ts';
import * as migration_20261127_223738_copies_removals_and_seals from './20261127_223738_copies_removals_and_seals.ts';
import * as migration_20261128_105119_fates_by_picture from './20261128_105119_fates_by_picture.ts';

export const migrations = [
  {
    up: migration_20261124_042749_first.up,
    down: migration_20261124_042749_first.down,
    name: '20261124_042749_first',
  },
  {
    up: migration_20261125_225551_words_by_document.up,
    down: migration_20261125_225551_words_by_document.down,
    name: '20261125_225551_words_by_document',
  },
  {
    up: migration_20261125_234753_audit_of_refusals.up,
    down: migration_20261125_234753_audit_of_refusals.down,
    name: '20261125_234753_audit_of_refusals',
  },
  {
    up: migration_20261126_091830_shown_masters.up,
    down: migration_20261126_091830_shown_masters.down,
    name: '20261126_091830_shown_masters',
  },
  {
    up: migration_20261126_102337_origin_of_images.up,
    down: migration_20261126_102337_origin_of_images.down,
    name: '20261126_102337_origin_of_images',
  },
  {
    up: migration_20261126_140103_the_archive.up,
    down: migration_20261126_140103_the_archive.down,
    name: '20261126_140103_the_archive',
  },
  {
    up: migration_20261126_173152_the_archive_goes_on.up,
    down: migration_20261126_173152_the_archive_goes_on.down,
    name: '20261126_173152_the_archive_goes_on',
  },
  {
    up: migration_20261127_001756_albums_and_claims.up,
    down: migration_20261127_001756_albums_and_claims.down,
    name: '20261127_001756_albums_and_claims',
  },
  {
    up: migration_20261127_045717_translations_and_names.up,
    down: migration_20261127_045717_translations_and_names.down,
    name: '20261127_045717_translations_and_names',
  },
  {
    up: migration_20261127_075359_work_given_out_and_launches.up,
    down: migration_20261127_075359_work_given_out_and_launches.down,
    name: '20261127_075359_work_given_out_and_launches',
  },
  {
    up: migration_20261127_132355_lowered_by_two.up,
    down: migration_20261127_132355_lowered_by_two.down,
    name: '20261127_132355_lowered_by_two',
  },
  {
    up: migration_20261127_143135_granted_and_held.up,
    down: migration_20261127_143135_granted_and_held.down,
    name: '20261127_143135_granted_and_held',
  },
  {
    up: migration_20261127_173830_sessions_and_second_steps.up,
    down: migration_20261127_173830_sessions_and_second_steps.down,
    name: '20261127_173830_sessions_and_second_steps',
  },
  {
    up: migration_20261127_223738_copies_removals_and_seals.up,
    down: migration_20261127_223738_copies_removals_and_seals.down,
    name: '20261127_223738_copies_removals_and_seals',
  },
  {
    up: migration_20261128_105119_fates_by_picture.up,
    down: migration_20261128_105119_fates_by_picture.down,
    name: '20261128_105119_fates_by_picture'
  },
];
