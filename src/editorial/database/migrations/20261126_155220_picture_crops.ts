import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`images\` ADD \`crops\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_crops\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`crops\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_crops\`;`)
}
