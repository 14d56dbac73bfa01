import Hummingbird
import GRDB
import AsyncHTTPClient
