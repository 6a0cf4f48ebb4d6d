import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`images\` ADD \`master_pages\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`master_display\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_master_pages\` numeric;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_master_display\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`master_pages\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`master_display\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_master_pages\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_master_display\`;`)
}
