import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`images\` ADD \`persons\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_persons\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`persons\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_persons\`;`)
}
