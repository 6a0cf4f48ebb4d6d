import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`albums_press_contacts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	\`organisation\` text,
  	\`phone\` text,
  	\`email\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`albums\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`albums_press_contacts_order_idx\` ON \`albums_press_contacts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`albums_press_contacts_parent_id_idx\` ON \`albums_press_contacts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_press_contacts_locale_idx\` ON \`albums_press_contacts\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_albums_v_version_press_contacts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	\`organisation\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_albums_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_albums_v_version_press_contacts_order_idx\` ON \`_albums_v_version_press_contacts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_press_contacts_parent_id_idx\` ON \`_albums_v_version_press_contacts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_press_contacts_locale_idx\` ON \`_albums_v_version_press_contacts\` (\`_locale\`);`)
  await db.run(sql`ALTER TABLE \`albums\` ADD \`press_kit\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`albums\` ADD \`press_embargo\` text;`)
  await db.run(sql`ALTER TABLE \`albums_locales\` ADD \`press_text\` text;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` ADD \`version_press_kit\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` ADD \`version_press_embargo\` text;`)
  await db.run(sql`ALTER TABLE \`_albums_v_locales\` ADD \`version_press_text\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`albums_press_contacts\`;`)
  await db.run(sql`DROP TABLE \`_albums_v_version_press_contacts\`;`)
  await db.run(sql`ALTER TABLE \`albums\` DROP COLUMN \`press_kit\`;`)
  await db.run(sql`ALTER TABLE \`albums\` DROP COLUMN \`press_embargo\`;`)
  await db.run(sql`ALTER TABLE \`albums_locales\` DROP COLUMN \`press_text\`;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` DROP COLUMN \`version_press_kit\`;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` DROP COLUMN \`version_press_embargo\`;`)
  await db.run(sql`ALTER TABLE \`_albums_v_locales\` DROP COLUMN \`version_press_text\`;`)
}
