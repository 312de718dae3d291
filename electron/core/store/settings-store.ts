import { type Settings, settings } from '../../contract/rpc/house-procedures.ts';
import type { Connection } from './connection.ts';
import type { SettingsStore } from './store.ts';

export function createSettingsStore({ database, read, write }: Connection): SettingsStore {
  const all = database.prepare<[], { name: string; value: string }>('SELECT name, value FROM settings');
  const set = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const text = database.prepare<[string], string>('SELECT text FROM waiting_texts WHERE key = ?').pluck();
  const texts = database.prepare<[string, string], { key: string; text: string }>(
    'SELECT key, text FROM waiting_texts WHERE substr(key, 1, length(?)) = ? ORDER BY key',
  );
  const setText = database.prepare(
    'INSERT INTO waiting_texts (key, text) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET text = excluded.text',
  );
  const removeText = database.prepare('DELETE FROM waiting_texts WHERE key = ?');

  /** A value that this version does not know counts as unset. */
  function current(): Settings {
    const known = Object.entries(settings.shape);
    const stored = new Map(all.all().map(({ name, value }) => [name, JSON.parse(value) as unknown]));
    return settings.parse(
      Object.fromEntries(
        known.flatMap(([name, field]) => {
          const value = field.safeParse(stored.get(name));
          return value.success ? [[name, value.data]] : [];
        }),
      ),
    );
  }

  return {
    get: () => read(current),
    change: (fields) =>
      write(() => {
        for (const [name, value] of Object.entries(fields)) {
          if (value !== undefined) set.run(name, JSON.stringify(value));
        }
        return current();
      }),
    draftText: (key) => read(() => text.get(key)),
    draftTexts: (prefix) => read(() => texts.all(prefix, prefix)),
    setDraftText: (key, value) => {
      write(() => (value === undefined ? removeText.run(key) : setText.run(key, value)));
    },
  };
}
