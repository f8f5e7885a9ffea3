"""The settings by concept; what differs between deployments is an environment variable, see docs/hosting.md."""

from networking.settings.database import *
from networking.settings.environment import *
from networking.settings.files import *
from networking.settings.headers import *
from networking.settings.house import *
from networking.settings.sign_in import *
from networking.settings.what_is_kept import *
