/// One month without a browser: a folder of files in, invoices, payslips, bank files, books and accounts out.
@NullMarked
package org.passerelle.cli.month;

import org.jspecify.annotations.NullMarked;
