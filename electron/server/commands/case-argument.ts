/** How a case is named on the command line; what the names mean is core's business (core/case-source.ts). */
export const caseDescription = '案件文件夹、.juli 文件，或者案件编号（用 juli cases 查看）';
export const dataFlags = '--data <folder>';
export const dataDescription = '数据文件夹，案件编号在其中查找（默认：当前用户自己的）';
