/**
 * What LibreOffice is told before it opens a file of a stranger: no macros, nothing fetched, nothing updated, no lock
 * files. A proxy that is not there stands between it and any network that some setting forgot. The names are those of
 * LibreOffice's officecfg (Common.xcs, Inet.xcs, Writer.xcs, Calc.xcs, Java.xcs); a version that does not know one
 * passes it over.
 */
export const officeProfile = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
  ...rowsOf('Office.Common/Security/Scripting', {
    MacroSecurityLevel: 3,
    DisableMacrosExecution: true,
    DisableActiveContent: true,
    DisableOLEAutomation: true,
    BlockUntrustedRefererLinks: true,
    CheckDocumentEvents: true,
  }),
  ...rowsOf('Office.Common/Misc', { UseLocking: false, UseOpenCL: false }),
  ...rowsOf('Office.Java/VirtualMachine', { Enable: false }),
  // 2 is "never" for texts, 1 is "never" for tables.
  ...rowsOf('Office.Writer/Content/Update', { Link: 2 }),
  ...rowsOf('Office.Calc/Content/Update', { Link: 1 }),
  ...rowsOf('Inet/Settings', {
    ooInetProxyType: 2,
    ooInetNoProxy: '',
    ...proxy('HTTP'),
    ...proxy('HTTPS'),
    ...proxy('FTP'),
  }),
  '</oor:items>',
  '',
].join('\n');

type Value = string | number | boolean;

function rowsOf(path: string, values: Readonly<Record<string, Value>>): string[] {
  return Object.entries(values).map(
    ([name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
}

/** Port 9 discards what comes; on this computer hardly anything listens there. */
function proxy(protocol: string): Record<string, Value> {
  return { [`ooInet${protocol}ProxyName`]: '127.0.0.1', [`ooInet${protocol}ProxyPort`]: 9 };
}
