/// The tables that the standard asks for (OGC 12-128r18; the triggers are those of its annex F.3).
enum GeoPackageSchema {
  /// Application id, version and the tables of every GeoPackage. The file is written under another name first, so no journal is kept.
  static let base = """
    PRAGMA application_id = 0x47504B47;
    PRAGMA user_version = 10300;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    BEGIN;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
      ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
    AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
    UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', 'longitude and latitude in degrees');
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL
      DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
      srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    """

  static let metadata = """
    CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
      md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
    CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
      row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
      CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
      CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
    INSERT INTO gpkg_extensions VALUES
      ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),
      ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
    """

  /// The table in which QGIS keeps styles.
  static let styles = """
    CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
      styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);
    """

  /// A layer's table and its R-tree.
  static func table(_ layer: GeoPackage.Layer) -> String {
    let geometry: String
    switch layer.geometry {
    case .none: geometry = ""
    case .point: geometry = ", geom POINT"
    case .multiPoint: geometry = ", geom MULTIPOINT"
    }
    let fields = layer.fields.map { ", \"\($0.name)\" \($0.kind.rawValue)" }.joined()
    let table = "CREATE TABLE \"\(layer.name)\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL\(geometry)\(fields));"
    guard layer.geometry != .none else { return table }
    return table + "CREATE VIRTUAL TABLE \"rtree_\(layer.name)_geom\" USING rtree(id, minx, maxx, miny, maxy);"
  }

  /// The entries for a layer's geometry and R-tree, and the triggers that keep the R-tree true when others edit the file.
  static func registration(of layer: GeoPackage.Layer) -> String {
    let (table, tree) = ("\"\(layer.name)\"", "\"rtree_\(layer.name)_geom\"")
    let type = layer.geometry == .multiPoint ? "MULTIPOINT" : "POINT"
    let put =
      "INSERT OR REPLACE INTO \(tree) VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));"
    let isThere = "NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom)"
    let isGone = "NEW.geom IS NULL OR ST_IsEmpty(NEW.geom)"
    func trigger(_ name: String, _ event: String, when: String, _ action: String) -> String {
      "CREATE TRIGGER \"rtree_\(layer.name)_geom_\(name)\" AFTER \(event) ON \(table) WHEN \(when) BEGIN \(action) END;\n"
    }
    return """
      INSERT INTO gpkg_geometry_columns VALUES ('\(layer.name)', 'geom', '\(type)', 4326, 0, 0);
      INSERT INTO gpkg_extensions VALUES ('\(layer.name)', 'geom', 'gpkg_rtree_index',
        'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

      """
        + trigger("insert", "INSERT", when: "(\(isThere))", put)
        + trigger("update1", "UPDATE OF geom", when: "OLD.fid = NEW.fid AND (\(isThere))", put)
        + trigger(
          "update2", "UPDATE OF geom", when: "OLD.fid = NEW.fid AND (\(isGone))",
          "DELETE FROM \(tree) WHERE id = OLD.fid;")
        + trigger(
          "update3", "UPDATE", when: "OLD.fid != NEW.fid AND (\(isThere))",
          "DELETE FROM \(tree) WHERE id = OLD.fid; \(put)")
        + trigger(
          "update4", "UPDATE", when: "OLD.fid != NEW.fid AND (\(isGone))",
          "DELETE FROM \(tree) WHERE id IN (OLD.fid, NEW.fid);")
        + trigger("delete", "DELETE", when: "OLD.geom NOT NULL", "DELETE FROM \(tree) WHERE id = OLD.fid;")
  }
}
