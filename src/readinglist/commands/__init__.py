"""Every command of the window as data: keys, menus, the help sheet and the docs come from here."""
