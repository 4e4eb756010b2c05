import GRDB

/// The schema, as the steps by which it grew; a step that was released is never changed again.
enum StoreMigrations {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 foundation", migrate: foundation)
        migrator.registerMigration("2 role rules", migrate: roleRules)
        migrator.registerMigration("3 refused tools", migrate: refusedTools)
        return migrator
    }()

    /// Moments are milliseconds since 1970, durations microseconds; a sealed value names its key.
    private static func foundation(_ database: Database) throws {
        try database.execute(sql: "PRAGMA application_id = \(SQLiteStore.applicationID)")
        try database.execute(sql: configuration + installs + health + others)
    }

    /// Kept although the definition comes and goes: a server that tries again has been looked at already.
    private static func refusedTools(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE tool ADD COLUMN refused_hash TEXT")
    }

    /// Lists of patterns are JSON; of a token only its hash is kept.
    private static func roleRules(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE role_rules (
                  role TEXT PRIMARY KEY CHECK (length(role) BETWEEN 1 AND 128),
                  allowed TEXT NOT NULL,
                  denied TEXT NOT NULL,
                  is_read_only INTEGER NOT NULL CHECK (is_read_only IN (0, 1)),
                  approval TEXT NOT NULL CHECK (approval IN ('first_use', 'review'))
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE role_token (
                  id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
                  role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 128),
                  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 128),
                  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
                  created_at INTEGER NOT NULL,
                  UNIQUE (role, name)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    private static let configuration = """
        CREATE TABLE integration (
          id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 128),
          revision INTEGER NOT NULL CHECK (revision >= 1),
          is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
          server TEXT CHECK (length(server) > 0),
          changed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE setting (
          integration TEXT NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 256),
          plain TEXT,
          key_id TEXT,
          sealed BLOB,
          PRIMARY KEY (integration, name),
          CHECK ((plain IS NULL) <> (sealed IS NULL)),
          CHECK ((key_id IS NULL) = (sealed IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE login (
          integration TEXT NOT NULL CHECK (length(integration) BETWEEN 1 AND 128),
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 4096),
          key_id TEXT NOT NULL,
          sealed BLOB NOT NULL,
          changed_at INTEGER NOT NULL,
          PRIMARY KEY (integration, name)
        ) STRICT, WITHOUT ROWID;

        """

    private static let installs = """
        CREATE TABLE install (
          integration TEXT NOT NULL CHECK (length(integration) BETWEEN 1 AND 128),
          version TEXT NOT NULL CHECK (length(version) > 0),
          kind TEXT NOT NULL,
          package TEXT NOT NULL,
          integrity TEXT,
          folder TEXT NOT NULL CHECK (length(folder) > 0),
          installed_at INTEGER NOT NULL,
          is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
          -- Counts up as installs come into use; null for one that is not to be gone back to.
          turn INTEGER,
          PRIMARY KEY (integration, version),
          CHECK (is_current = 0 OR turn IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX install_current ON install (integration) WHERE is_current = 1;

        """

    private static let health = """
        CREATE TABLE health_change (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          integration TEXT NOT NULL,
          at INTEGER NOT NULL,
          was TEXT NOT NULL CHECK (was IN ('connected', 'degraded', 'disconnected', 'unknown')),
          became TEXT NOT NULL CHECK (became IN ('connected', 'degraded', 'disconnected', 'unknown')),
          code TEXT NOT NULL,
          message TEXT NOT NULL,
          evidence TEXT
        ) STRICT;
        CREATE INDEX health_change_integration ON health_change (integration, id);
        CREATE TABLE contact_span (
          integration TEXT NOT NULL,
          width INTEGER NOT NULL CHECK (width IN (60000, 3600000, 86400000)),
          start INTEGER NOT NULL CHECK (start % width = 0),
          good INTEGER NOT NULL DEFAULT 0 CHECK (good >= 0),
          auth INTEGER NOT NULL DEFAULT 0 CHECK (auth >= 0),
          reach INTEGER NOT NULL DEFAULT 0 CHECK (reach >= 0),
          throttle INTEGER NOT NULL DEFAULT 0 CHECK (throttle >= 0),
          vendor INTEGER NOT NULL DEFAULT 0 CHECK (vendor >= 0),
          local INTEGER NOT NULL DEFAULT 0 CHECK (local >= 0),
          latencies INTEGER NOT NULL DEFAULT 0,
          latency_sum INTEGER NOT NULL DEFAULT 0,
          latency_max INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (integration, width, start)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX contact_span_age ON contact_span (width, start);

        """

    private static let others = """
        CREATE TABLE audit (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          action TEXT NOT NULL,
          party TEXT NOT NULL,
          integration TEXT,
          tool TEXT,
          outcome TEXT NOT NULL,
          duration INTEGER CHECK (duration >= 0),
          arguments_hash TEXT,
          trace TEXT
        ) STRICT;
        CREATE INDEX audit_integration ON audit (integration, id);
        CREATE INDEX audit_party ON audit (party, id);
        CREATE TABLE role (
          id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 128)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE role_assignment (
          role TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
          position INTEGER NOT NULL,
          integration TEXT NOT NULL CHECK (length(integration) BETWEEN 1 AND 128),
          is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
          PRIMARY KEY (role, integration),
          UNIQUE (role, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE tool (
          integration TEXT NOT NULL,
          name TEXT NOT NULL,
          approved_hash TEXT,
          approved_content TEXT,
          approved_by TEXT,
          approved_at INTEGER,
          waiting_hash TEXT,
          waiting_content TEXT,
          waiting_since INTEGER,
          PRIMARY KEY (integration, name),
          CHECK (approved_hash IS NOT NULL OR waiting_hash IS NOT NULL),
          CHECK (approved_hash IS NOT waiting_hash),
          CHECK ((approved_hash IS NULL) = (approved_content IS NULL)),
          CHECK ((approved_hash IS NULL) = (approved_by IS NULL)),
          CHECK ((approved_hash IS NULL) = (approved_at IS NULL)),
          CHECK ((waiting_hash IS NULL) = (waiting_content IS NULL)),
          CHECK ((waiting_hash IS NULL) = (waiting_since IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE lease (
          duty TEXT PRIMARY KEY,
          holder TEXT NOT NULL,
          until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
